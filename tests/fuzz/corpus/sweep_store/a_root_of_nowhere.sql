UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'runs';
