"""Looking into a network: its graph, its weights gate by gate, and their spectra."""
