"""The vocabulary of labels. The order must equal `TOPICS` in `src/core/topics.ts`."""

TOPICS = ("TRK ADS LOC COL SEN USE LGB MKT AIM SHR SAL GOV MRG INT OPT SIG RGT RET SEC KID CHG CON").split()
"""Codes of the 22 topics in the order of the model's outputs."""

STANCES = ("does", "denies", "limits")
"""Stances in the order of the model's outputs."""

SUFFIXES = ("", "-", "~")
"""How each stance is written behind a topic code in a label."""

TOPIC_INDEX = {code: index for index, code in enumerate(TOPICS)}


def parse_label(label: str) -> tuple[int, int]:
    """Topic index and stance index of a label such as `SHR~`; raises KeyError/ValueError if unknown."""
    return TOPIC_INDEX[label[:3]], SUFFIXES.index(label[3:])


def format_label(topic: int, stance: int) -> str:
    """The label of a topic index and a stance index."""
    return TOPICS[topic] + SUFFIXES[stance]
