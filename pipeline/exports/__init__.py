"""The graph in formats that other tools read: RDF, GraphML, CSV, FollowTheMoney."""
