"""What a browser keeps for a reader, and the mark of tests that come back to a page for it.

On a busy machine Chromium (156) at times gives a document that asks for its storage at its start, as ours do for the
theme, a store that is empty and kept by nobody; the next document has the right one. A page of three lines without a
script of ours shows it in 0 to 6 of a hundred loads. So such a test may open its page anew: what the page itself does
wrong fails every time.
"""

import pytest

comes_back = pytest.mark.flaky(reruns=2)
