"""The headers of a reply in; what is peculiar to the server that sent it, out. A server is a file."""
