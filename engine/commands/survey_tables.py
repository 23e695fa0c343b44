"""What ``survey`` found, as lines for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.commands.survey_questions import Data, Rows
from engine.counting import filled, percent
from engine.survey.correlates import NAMES


def title(data: Data) -> str:
    """Who read what."""
    return filled(
        "{network} over {sequences} sequences of {corpus}, {steps} steps",
        {
            "network": data["network"],
            "sequences": f"{data['sequences']:,}",
            "corpus": data["corpus"],
            "steps": f"{data['steps']:,}",
        },
    )


def lines(data: Data, rows: Rows, most: int) -> list[str]:
    """What was found, and the first ``most`` rows."""
    if "judging" in data:
        found = data["judging"]
        result = [
            (
                f"accuracy {_percent(found['accuracy'])}, loss {found['loss']:.4f}, calibration error "
                f"{percent(found['calibration_error'])}"
            )
        ]
    elif "saturation" in data:
        result = [f"no accuracy: {data['not_judged']}"]
    elif "ablations" in data:
        result = [
            (
                f"accuracy {_percent(data['accuracy'])}, loss {data['loss']:.4f}; "
                f"{data['sure']:,} of {data['compared']:,} changes are sure, "
                f"{data['by_chance']:.1f} would be by chance; without:"
            )
        ]
    elif "disagreements" in data:
        result = [
            f"against {data['against']}: they end alike in {_percent(data['agree'])}",
            (
                f"both right {data['both_right']:,}, only the first {data['first_only']:,}, only the "
                f"second {data['second_only']:,}, neither {data['neither']:,}"
            ),
        ]
    elif "matches" in data:
        result = [
            (
                f"{data['stretches']:,} stretches; {_chance(data['by_chance'])}"
                f"{data['positive']:,} of {data['labelled']:,} labelled are in positive reviews"
            )
        ]
    else:
        result = [
            (
                f"{data['unit']}: mean {data['mean']:+.3f}, deviation {data['deviation']:.3f}, "
                f"{data['count']:,} steps"
            ),
            *data["summary"],
            *(
                f"  {NAMES[each['name']]!s:<40} r {each['r']:+.2f} ({each['low']:+.2f} to {each['high']:+.2f})"
                for each in data["correlates"]
            ),
        ]
    total, listed = data["rows"], rows[:most]
    if len(listed) < total:
        more = f"{len(listed):,} of {total:,} rows; --most N lists more, --out FILE has all"
        return [*result, *_table(listed), more]
    return result + _table(listed)


def _chance(by_chance: float | None) -> str:
    return "" if by_chance is None else f"{by_chance:,.1f} by chance (units shuffled); "


def _percent(share: Mapping[str, Any]) -> str:
    value, low, high = (percent(share[name]) for name in ("value", "low", "high"))
    return f"{value} ({low} to {high})"


def _table(rows: Rows) -> list[str]:
    """Rows as columns of equal width."""
    if not rows:
        return []
    cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.4f}" if isinstance(value, float) else str(value)
