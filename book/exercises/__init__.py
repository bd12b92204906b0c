"""What exercises are made of, without Sphinx: the working forms and the items of the self-tests."""
