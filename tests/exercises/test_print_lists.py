"""The counts of the print lists: `{printlijst}`."""

import pytest
from minibook import build

from book.sphinxext.print_lists import count, words_of

LIST = """\
# Lijst

```{{printlijst}}
- opgave: hier
  print:
    - wat: rolkaart
      regel: {rule}
```

(hier)=
## Hier
"""


@pytest.mark.parametrize(
    ("rule", "size", "expected"),
    [
        ("ieder", 20, 20),
        ("ieder 2", 20, 40),
        ("per 6", 20, 4),
        ("per 24 keer 6", 28, 12),
        ("vast 3", 28, 3),
        ("ieder - per 24 keer 6", 28, 16),
        ("ieder - vast 30", 12, 0),
    ],
)
def test_a_rule_counts(rule, size, expected):
    assert count(rule, size) == expected


def test_a_rule_reads_as_words():
    assert words_of("ieder - per 24 keer 6") == "voor ieder, min 6 per 24 mensen"


def test_the_table_counts_for_three_sizes():
    html = build({"back/x.md": LIST.format(rule="per 6")}).html("back/x")
    assert [f"<p>{number}</p>" in html for number in (2, 4, 5)] == [True] * 3


def test_an_unknown_rule_stops_the_build():
    result = build({"back/x.md": LIST.format(rule="wat je wilt")})
    assert (result.status, "is no rule" in result.warnings) == (1, True)
