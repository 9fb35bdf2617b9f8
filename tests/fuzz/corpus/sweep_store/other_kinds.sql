UPDATE runs SET run = -1 WHERE run = 2; UPDATE runs SET seed = 1e300, replicate = 'x', first = 'abc';
