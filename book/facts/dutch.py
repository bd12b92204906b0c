"""Numbers, amounts and dates in Dutch: `145.000`, `12,3%`, `€ 1,6 mld`, `1 januari 2015`.

Written in the subset that CPython and MicroPython share, because the same file runs in the build, in the
kernel and inside the page. So: no `,` in a format spec (MicroPython drops it without a word), no `round()`
(it differs), no imports. Ordinary spaces and an ordinary minus sign everywhere.

Errors: `ValueError` with a Dutch sentence, since a reader of the page may see it.
"""

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SCALES = (("mld", 1000000000), ("mln", 1000000), ("", 1))


def half_up(x, decimals=0):
    """Round |x| half up and return (negative, whole number of units of 10**-decimals).

    Integers carry the result, so both engines agree; the tiny nudge repairs values such as 2.675, which
    a computer holds as 2.67499999999999982.
    """
    if x is None or x - x != 0:
        raise ValueError("Dit is geen getal.")
    scaled = abs(x) * 10**decimals
    units = int((scaled if scaled > 1e12 else scaled * (1 + 1e-15)) + 0.5)
    return x < 0 and units > 0, units


def rounded(x, decimals=0):
    """Round half up, as a number (for calculations and comparisons, not for printing)."""
    negative, units = half_up(x, decimals)
    value = units / 10**decimals if decimals else units
    return -value if negative else value


def number(x, decimals=0):
    """`145.000`, `8,5`, `-47`."""
    negative, units = half_up(x, decimals)
    digits = str(units)
    while len(digits) <= decimals:
        digits = "0" + digits
    whole = digits[: len(digits) - decimals]
    fraction = digits[len(digits) - decimals :]
    groups = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    groups.insert(0, whole)
    text = ".".join(groups)
    if decimals:
        text = text + "," + fraction
    return "-" + text if negative else text


def shortest(x, decimals):
    """As `number`, without decimals that are all zero: `2`, not `2,0`."""
    text = number(x, decimals)
    if decimals and half_up(x, decimals)[1] % 10**decimals == 0:
        return text[: -decimals - 1]
    return text


def percent(x, decimals=1):
    """`12,3%`; `x` is in percent already."""
    return number(x, decimals) + "%"


def euro_scale(x):
    """The unit in which an amount in euros reads best: "mld", "mln" or "" (euros)."""
    if half_up(x)[1] < 1000000:
        return ""
    return "mln" if half_up(x / 1000000)[1] < 1000 else "mld"


def euro_amount(x, scale, decimals=None):
    """The amount without the euro sign and the unit: the `1,6` of `€ 1,6 mld`. `x` is in euros."""
    size = 0
    for name, value in SCALES:
        if name == scale:
            size = value
    if not size:
        raise ValueError("Onbekende eenheid voor een bedrag: " + str(scale))
    value = x / size
    if decimals is not None:
        return number(value, decimals)
    if scale == "mld":
        return shortest(value, 1)
    if scale == "mln":
        return shortest(value, 1 if abs(value) < 10 else 0)
    cents = half_up(value, 2)[1] % 100
    return number(value, 2 if cents and abs(value) < 1000 else 0)


def euro(x, scale=None, decimals=None):
    """`€ 1,6 mld`, `€ 613 mln`, `€ 21`, `€ 20,60`. `x` is in euros; `scale` None chooses the unit."""
    if scale is None:
        scale = euro_scale(x)
    text = "€ " + euro_amount(x, scale, decimals)
    return text + " " + scale if scale else text


def euro_range(low, high, scale=None, decimals=None):
    """`€ 1,6 à 1,8 mld`; both ends in euros, one unit for both."""
    if scale is None:
        scale = euro_scale(high)
    text = "€ " + euro_amount(low, scale, decimals) + " à " + euro_amount(high, scale, decimals)
    return text + " " + scale if scale else text


def one_in(x, decimals=None):
    """`1 op 5`, `1 op 7,5`."""
    return "1 op " + (shortest(x, 1) if decimals is None else number(x, decimals))


def year(y):
    """`2015`: a year has no point."""
    return str(int(y))


def date(iso):
    """`1 januari 2015` from `2015-01-01`; `januari 2015` from `2015-01`."""
    parts = str(iso).split("-")
    numbers = [int(part) for part in parts if part.isdigit()]
    if len(parts) != len(numbers) or len(parts) not in (2, 3) or not 1 <= numbers[1] <= 12:
        raise ValueError("Dit is geen datum: " + str(iso))
    if len(parts) == 3 and not 1 <= numbers[2] <= 31:
        raise ValueError("Dit is geen datum: " + str(iso))
    text = MONTHS[numbers[1] - 1] + " " + str(numbers[0])
    return str(numbers[2]) + " " + text if len(numbers) == 3 else text


def period(code):
    """A period of the register in words: `2014–2015`, `1e kwartaal 2013`, `1e halfjaar 2019`, `30 juni 2025`.

    What is no code of a period (`vanaf 2015`) stays as it is.
    """
    code = str(code)
    if code[4:6] == "-K" and code[6:] in ("1", "2", "3", "4"):
        return code[6:] + "e kwartaal " + code[:4]
    if code[4:6] == "-H" and code[6:] in ("1", "2"):
        return code[6:] + "e halfjaar " + code[:4]
    if len(code) == 9 and code[4] == "/":
        return code[:4] + "–" + code[5:]
    if len(code) in (7, 10) and code.replace("-", "").isdigit():
        return date(code)
    return code
