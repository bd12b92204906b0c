"""A chart in Jupyter Lab: the Plotly figure between its caption and its words, table and sources."""

from book import charts
from book.charts.template import themed
from book.display import chart_html

STYLE = (
    "<style>.book-chart{max-width:46rem}.book-chart figcaption{font-weight:600}.book-chart .getal{text-align:right}"
    ".book-chart .chart-marks{list-style:none;padding:0}.book-chart .visually-hidden{display:none}</style>"
)


def show(name: str, **_options) -> None:
    """Display the chart `name` under the cell. Raises ChartError for a name that does not exist."""
    from IPython.display import HTML, display

    chart = charts.get(name)
    display(HTML(f'{STYLE}<figure class="book-chart">{chart_html.caption(chart, "")}</figure>'))
    if chart.picture:
        display(HTML(f'<div class="book-chart">{chart.picture("light", False)}</div>'))
    else:
        display(figure(chart))
    display(HTML(f'<div class="book-chart">{words(chart)}</div>'))


def figure(chart: charts.Chart):
    """The chart as a `plotly.graph_objects.Figure`, checked by Plotly, without Plotly's own look."""
    import plotly.graph_objects as go

    drawn = themed(chart.figure, "light")
    drawn["layout"] = {**drawn["layout"], "template": None, "height": chart.height, "paper_bgcolor": "#ffffff"}
    return go.Figure(drawn)


def words(chart: charts.Chart) -> str:
    """What stands under the figure: marks, note, table and sources."""
    table = f"<details><summary>De cijfers als tabel</summary>{chart_html.table(chart)}</details>"
    return chart_html.legend(chart) + chart_html.note(chart) + table + chart_html.sources(chart)
