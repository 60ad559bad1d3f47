"""How the weights in models/ were found."""
