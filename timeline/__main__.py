"""The command line: `python -m timeline resolve "mid-afternoon Tuesday" --published 2023-05-23`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from timeline import Anchor, Policy, TimelineError, resolve

_EXAMPLES = """\
examples:
  python -m timeline resolve "mid-afternoon Tuesday" --published 2023-05-23 --tz Europe/Kyiv
  python -m timeline resolve "since August 2023" --published 2023-05 --explain

exit status: 0 resolved, 2 the phrase, the publication, the zone or the language can't be read
"""


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m timeline",
        description="Read time expressions and show what they denote.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("resolve", help="show what one phrase denotes")
    one.add_argument("phrase", help='a time expression, such as "the night of Monday-Tuesday"')
    one.add_argument("--published", required=True, help="publication: 2023, 2023-05 … 2023-05-23T15:00")
    one.add_argument("--tz", action="append", help="its time zone; several times, if several are possible")
    one.add_argument("--language", default="en", help="language of the phrase (default en)")
    one.add_argument("--genre", default="news", help="news, narrative or conversation (default news)")
    one.add_argument("--explain", action="store_true", help="show also what made each bound")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    >>> main(["resolve", "Monday", "--published", "2023-05-23"])
    'Monday' DATE 2023-05-22
      start  2023-05-22T00:00:00
      end    2023-05-23T00:00:00
      or 2023-05-29 (looks ahead: the first after today)
    0
    """
    arguments = _arguments(argv)
    try:
        print("\n".join(_report(arguments)))
    except TimelineError as error:
        print(f"timeline: {error}", file=sys.stderr)
        return 2
    return 0


def _report(arguments: argparse.Namespace) -> list[str]:
    found = resolve(
        arguments.phrase,
        Anchor(arguments.published, tz=arguments.tz),
        language=arguments.language,
        policy=Policy(genre=arguments.genre),
    )
    mod = f" {found.mod}" if found.mod else ""
    lines = [
        f"{found.text!r} {found.type} {found.value}{mod}",
        f"  start  {found.extent.start.isoformat() or 'not known'}",
        f"  end    {found.extent.end.isoformat() or 'not known'}",
    ]
    lines += [f"  or {other.value} ({other.rule})" for other in found.readings[1:]]
    return [*lines, "", found.explain()] if arguments.explain else lines


if __name__ == "__main__":
    sys.exit(main())
