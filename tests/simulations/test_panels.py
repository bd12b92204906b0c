"""The figure of panels that models share."""

from book.simulations.panels import PANEL, euros, panels

ROWS = [
    {"title": "Baat", "values": [3, 1], "texts": ["3", "1"]},
    {"title": "Saldo", "values": [2, -2], "texts": ["2", "-2"]},
]


def figure(rows=ROWS, chosen=None) -> dict:
    return panels(["Ene", "Andere"], rows, chosen)


def texts(figure: dict) -> list[str]:
    return [text for trace in figure["data"] if trace.get("mode") == "text" for text in trace["text"]]


def test_every_panel_has_bars_and_a_title():
    found = figure()
    assert [trace["y"] for trace in found["data"] if trace["type"] == "bar"] == [[3, 1], [2, -2]]
    assert "<b>Baat</b>" in texts(found) and "<b>Saldo</b>" in texts(found)


def test_height_grows_with_the_panels():
    assert figure()["layout"]["height"] - figure(ROWS[:1])["layout"]["height"] == PANEL


def test_panels_do_not_overlap():
    first, second = (figure()["layout"][name]["domain"] for name in ("yaxis2", "yaxis3"))
    assert 0 <= second[0] < second[1] < first[0] < first[1] < 1


def test_negative_bars_have_room_below_zero_for_their_amount():
    low, high = figure()["layout"]["yaxis3"]["range"]
    assert low < -2 and high > 2


def test_panel_of_positive_bars_starts_at_zero():
    assert figure()["layout"]["yaxis2"]["range"][0] == 0


def test_panel_of_nothing_but_zeroes_still_has_a_range():
    low, high = figure([{"title": "Niets", "values": [0, 0], "texts": ["0", "0"]}])["layout"]["yaxis2"]["range"]
    assert low < high


def test_span_sets_the_scale():
    rows = [row | {"span": [-10, 90]} for row in ROWS]
    layout = figure(rows)["layout"]
    assert layout["yaxis2"]["range"] == layout["yaxis3"]["range"]
    assert layout["yaxis2"]["range"][1] > 90


def test_line_stands_at_its_value_and_not_before_the_bars():
    line = next(t for t in figure([ROWS[0] | {"line": 5}])["data"] if t.get("mode") == "lines")
    assert {y for y in line["y"] if y is not None} == {5}
    assert all(abs(x - round(x)) >= 0.3 - 1e-9 for x in line["x"] if x is not None)


def test_line_above_the_bars_is_within_the_range():
    assert figure([ROWS[0] | {"line": 5}])["layout"]["yaxis2"]["range"][1] > 5


def test_column_that_is_not_chosen_is_hollow_and_not_bold():
    found = figure(chosen=[1])
    assert found["data"][0]["marker"]["color"] == ["rgba(0,0,0,0)", "@series-1"]
    assert "Ene" in texts(found) and "<b>Andere</b>" in texts(found)


def test_amounts_are_told_to_the_nearest_hundred():
    assert (euros(149), euros(1250), euros(-20_049)) == ("€ 100", "€ 1.300", "€ -20.000")
