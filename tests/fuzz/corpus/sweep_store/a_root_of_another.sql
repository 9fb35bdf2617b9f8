UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name='points') WHERE name = 'runs';
