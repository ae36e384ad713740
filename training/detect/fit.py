"""Fits the weights of the page detector and reports how it does on pages it was not fitted to.

    python3 training/detect/fit.py --features features.jsonl [--weights weights.json]

Reads what `features.ts` writes. Fits a logistic regression with an L2 penalty whose signs are fixed
beforehand (a word of a contract never speaks for a policy), on the pages of `ota`, `articles` and `own`;
`c3pa` and `opp115` are only measured. Pages of one site stay together in the ten folds of the
cross-validation. Writes one weight for each feature and the intercept, to be copied into
`src/core/detect/weights.ts`. Needs numpy and scipy.
"""

import argparse
import json

import numpy as np
from scipy.optimize import minimize

SIGNS = {
    "share": 1, "dataWords": 1, "runWords": 1, "personal": 1, "practice": 1, "cookie": 1, "rights": 1,
    "terms": -1, "contract": -1, "outside": -1, "naming": 1, "voice": 1, "named": 1, "another": -1,
    "headings": 1, "linkedHeadings": -1, "controls": -1,
}

# Pages whose label does not describe the saved page, read one by one; they are left out of the fit and
# stay in the measurement. `hub`: four services' documents saved as one page of links to them. `frame`:
# the whole page stands inside an unclosed <iframe> tag. `blank`: "not available in your country".
# `all`: one page that holds every legal document of the company, the policy among them.
UNFIT = {
    "a410446ed155": "hub", "88ff84312fee": "hub", "88882ead558e": "hub", "ec2492656e4b": "hub",
    "a89d1b7c07cf": "frame", "73927794fbcf": "blank",
    "8c1d8f4ce75f": "all", "6aace09a4b87": "all", "48813ddbdbad": "all", "34d2671f02e6": "all",
    "f3b293d3d005": "all", "55bc281a1626": "all", "15e876625aff": "all", "d6ba5c4a276b": "all",
}
FITTED = ("ota", "articles", "own")
PENALTY = 0.02


def site(page):
    """The group of a page: the service of an Open Terms Archive page, else the page's own name."""
    return page["name"].split("/")[1] if page["source"] == "ota" else page["name"]


def fit(matrix, labels):
    """Weights and intercept minimising the mean log loss plus the penalty, signs as in SIGNS."""
    signs = list(SIGNS.values())
    weight = np.where(labels, 0.5 / labels.mean(), 0.5 / (1 - labels).mean())

    def loss(parameters):
        coefficients, intercept = parameters[:-1], parameters[-1]
        score = matrix @ coefficients + intercept
        margin = np.where(labels, score, -score)
        value = (weight * np.logaddexp(0, -margin)).mean() + PENALTY * (coefficients**2).sum() / 2
        slope = -weight * np.where(labels, 1, -1) / (1 + np.exp(margin)) / len(labels)
        return value, np.append(matrix.T @ slope + PENALTY * coefficients, slope.sum())

    bounds = [(0, None) if sign > 0 else (None, 0) for sign in signs] + [(None, None)]
    start = np.zeros(len(signs) + 1)
    return minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x


def main():
    """Reads, cross-validates, fits on everything and reports."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", required=True)
    parser.add_argument("--weights")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    pages = {}
    with open(options.features) as lines:
        for line in lines:
            part = json.loads(line)
            pages.setdefault(part["id"], {**part, "parts": []})["parts"].append(part)
    pages = list(pages.values())
    names = list(SIGNS)
    mean_std = None

    def vector(part):
        return [part["values"][name] for name in names]

    fitted = [
        page for page in pages
        if page["source"] in FITTED and page["id"] not in UNFIT and "values" in page["parts"][0]
    ]
    # A page is fitted by the part that speaks most of data, which is the page itself or its dialog.
    best = [max(p["parts"], key=lambda q: (q["place"] != "section") * q["values"]["dataWords"]) for p in fitted]
    matrix = np.array([vector(part) for part in best])
    labels = np.array([page["kind"] != "other" for page in fitted])
    scale = matrix.std(axis=0) + 1e-9
    groups = np.array([hash_group(site(page)) for page in fitted])

    held = np.zeros(len(fitted))
    folds = []
    for fold in range(10):
        train = groups % 10 != fold
        parameters = fit(matrix[train] / scale, labels[train])
        folds.append(np.append(parameters[:-1] / scale, parameters[-1]))
        held[~train] = (matrix[~train] / scale) @ parameters[:-1] + parameters[-1]
    parameters = fit(matrix / scale, labels)
    weights = np.append(parameters[:-1] / scale, parameters[-1])

    def score(page, weights):
        scores = [-99.0]
        for part in page["parts"]:
            if "values" not in part or (part["place"] == "section" and part["words"] < 600):
                continue
            scores.append(float(np.array(vector(part)) @ weights[:-1] + weights[-1]))
        return max(scores)

    print("weights", {name: round(w, 3) for name, w in zip([*names, "intercept"], weights)})
    wrong = (held > 0) != labels
    print(f"cross-validated on {len(fitted)}: wrong {wrong.sum()}", [fitted[i]["name"] for i in np.flatnonzero(wrong)])
    for source in ("ota", "articles", "own", "c3pa", "opp115", "wild"):
        chosen = [page for page in pages if page["source"] == source]
        scores = []
        for page in chosen:
            fold = hash_group(site(page)) % 10 if source in FITTED else None
            scores.append(score(page, weights if fold is None else folds[fold]))
        rows = sorted(zip(scores, [page["kind"] for page in chosen], [page["id"] for page in chosen], [page["name"] for page in chosen]))
        positive = [row for row in rows if row[1] in ("privacy", "cookie")]
        hits = sum(row[0] > 0 for row in positive)
        false = [row for row in rows if row[1] == "other" and row[0] > 0]
        print(source, len(chosen), f"policies {len(positive)} found {hits}, others {sum(r[1]=='other' for r in rows)} found {len(false)}")
        if options.verbose:
            for row in positive[:14]:
                print("   lowest policy", *[round(row[0], 2), *row[1:]])
            for row in [row for row in rows if row[1] == "other"][-12:]:
                print("   highest other", *[round(row[0], 2), *row[1:]])
    if options.weights:
        with open(options.weights, "w") as file:
            json.dump({name: round(w, 4) for name, w in zip([*names, "intercept"], weights)}, file, indent=1)


def hash_group(name):
    """A number for a group that is the same in every run."""
    value = 0
    for char in name:
        value = (value * 31 + ord(char)) % 1000003
    return value


main()
