"""What stands behind the pages of *Dichterbij?*."""
