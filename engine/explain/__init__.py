"""Why a network said what it said: gradients, memory, attribution."""
