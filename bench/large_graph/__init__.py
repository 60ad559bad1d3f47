"""A folder of outputs as large as one likes, of invented facts that hang together: what the window for notebooks is
measured on. `python -m bench.large_graph --outputs DIR --statements 1000000`."""
