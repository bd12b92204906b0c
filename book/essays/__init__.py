"""A reader's own copies of the source essays: found in plain-text dumps by fingerprint, kept outside the repository.

`catalogue` knows the fingerprints, `dump` reads a dump, `importing` finds and writes, `own` reads back what was
written, `rights` tells on what ground each text may be shown.
"""
