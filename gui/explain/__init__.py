"""Why a network said what it said: the place, and the views that explain."""
