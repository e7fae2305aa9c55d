"""The atlas: a folder of static pages, one a thing of the graph, that need neither script nor network."""
