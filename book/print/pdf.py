"""From the one page to a PDF: WeasyPrint, PDF/UA-1, only when something changed."""

import hashlib
import logging
from pathlib import Path


def write(html: Path, pdf: Path) -> bool:
    """Set `html` as `pdf` unless that was done from the same page; return whether it was set now.

    Pictures that the page names are part of what is compared. WeasyPrint's warnings about CSS it does not know are
    no news to a reader; its errors are raised.
    """
    stamp = pdf.with_suffix(".stamp")
    wanted = _hash(html)
    if pdf.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return False
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    pdf.parent.mkdir(parents=True, exist_ok=True)
    weasyprint.HTML(filename=str(html)).write_pdf(str(pdf), pdf_variant="pdf/ua-1", custom_metadata=True)
    stamp.write_text(wanted, "utf-8")
    return True


def _hash(html: Path) -> str:
    digest = hashlib.sha256(html.read_bytes())
    for picture in sorted((html.parent / "_images").glob("*")):
        digest.update(picture.read_bytes())
    return digest.hexdigest()
