"""The place *Survey*: what a network does over a whole corpus."""
