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
    "share": 1, "dataWords": 1, "length": 1, "named": 1, "another": -1, "personal": 1, "practice": 1,
    "cookie": 1, "rights": 1, "terms": -1, "contract": -1, "outside": -1, "voice": 1,
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
PENALTY = 0.008
# Share of the calibration pages whose label held when we read the doubtful ones (14 of 245 pages were left out).
SURE = 0.98


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

    def vector(part):
        return [part["values"][name] for name in names]

    fitted = [
        page for page in pages
        if page["source"] in FITTED and page["id"] not in UNFIT and "values" in page["parts"][0]
    ]
    labels = np.array([page["kind"] != "other" for page in fitted])
    groups = np.array([hash_group(site(page)) for page in fitted])
    everything = np.array([vector(part) for page in fitted for part in page["parts"]])
    scale = everything.std(axis=0) + 1e-9

    def learn(chosen):
        """Weights for the raw features. A page is judged by its likeliest part, so parts and weights are
        found in turn, starting from the whole page."""
        parts = [page["parts"][0] for page in chosen]
        truth = np.array([page["kind"] != "other" for page in chosen])
        for _ in range(6):
            parameters = fit(np.array([vector(part) for part in parts]) / scale, truth)
            weights = np.append(parameters[:-1] / scale, parameters[-1])
            parts = [best(page, weights)[1] for page in chosen]
        return weights

    def best(page, weights):
        """Score and part of the likeliest part that counts."""
        scored = [
            (float(np.array(vector(part)) @ weights[:-1] + weights[-1]), index)
            for index, part in enumerate(page["parts"])
            if part["eligible"]
        ]
        value, index = max(scored)
        return value, page["parts"][index]

    folds = [
        learn([page for page, group in zip(fitted, groups) if group % 10 != fold]) for fold in range(10)
    ]
    weights = learn(fitted)
    held = np.array([best(page, folds[group % 10])[0] for page, group in zip(fitted, groups)])

    def score(page, weights):
        return best(page, weights)[0] if "values" in page["parts"][0] else -99.0

    # Platt scaling on the held-out scores, with targets short of 0 and 1: the classes are all but separable,
    # and no page is to be judged surer than our labels are. Folded into the weights, the score is log-odds.
    target = np.where(labels, SURE, 1 - SURE)

    def calibration_loss(p):
        score = p[0] * held + p[1]
        return (target * np.logaddexp(0, -score) + (1 - target) * np.logaddexp(0, score)).mean()

    slope, shift = minimize(calibration_loss, [1.0, 0.0]).x
    weights = scaled(weights, slope, shift)
    folds = [scaled(fold, slope, shift) for fold in folds]
    held = slope * held + shift

    print("weights", ", ".join(f"{name} {w:.3f}" for name, w in zip([*names, "intercept"], weights)))
    print(f"Platt slope {slope:.3f} shift {shift:.3f}")
    print("held-out calibration (probability: pages, of which policies)")
    probability = 1 / (1 + np.exp(-held))
    for low, high in zip((0, 0.05, 0.2, 0.5, 0.8, 0.95), (0.05, 0.2, 0.5, 0.8, 0.95, 1.01)):
        inside = (probability >= low) & (probability < high)
        print(f"  {low:.2f}-{min(high, 1):.2f}: {inside.sum()}, {labels[inside].sum()}")
    wrong = (held > 0) != labels
    print(f"cross-validated on {len(fitted)}: wrong {wrong.sum()}", [fitted[i]["name"] for i in np.flatnonzero(wrong)])
    for source in ("ota", "articles", "own", "c3pa", "opp115"):
        chosen = [page for page in pages if page["source"] == source]
        rows = []
        for page in chosen:
            value = score(page, folds[hash_group(site(page)) % 10] if source in FITTED else weights)
            rows.append((value, page["kind"], page["id"], page["name"]))
        rows.sort()
        positive = [row for row in rows if row[1] != "other"]
        negative = [row for row in rows if row[1] == "other"]
        found = sum(row[0] > 0 for row in positive)
        fired = sum(row[0] > 0 for row in negative)
        print(f"{source}: policies {len(positive)} found {found}; others {len(negative)} fired {fired}")
        if options.verbose:
            for row in positive[:12]:
                print("   lowest policy", round(row[0], 2), *row[1:])
            for row in negative[-12:]:
                print("   highest other", round(row[0], 2), *row[1:])
    if options.weights:
        with open(options.weights, "w") as file:
            json.dump({name: round(w, 3) for name, w in zip([*names, "intercept"], weights)}, file, indent=1)


def scaled(weights, slope, shift):
    """The weights of `slope * score + shift`."""
    moved = slope * weights
    moved[-1] += shift
    return moved


def hash_group(name):
    """A number for a group that is the same in every run."""
    value = 0
    for char in name:
        value = (value * 31 + ord(char)) % 1000003
    return value


main()
