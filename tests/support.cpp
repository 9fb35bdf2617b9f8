// Holds no code: it gives the headers that all tests share a place to be compiled once.
