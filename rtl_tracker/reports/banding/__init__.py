"""A document that somebody edited in Word, against the one that this program wrote: which figures, which texts."""
