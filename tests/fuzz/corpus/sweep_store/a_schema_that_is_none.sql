UPDATE sqlite_master SET sql = 'CREATE TABLE runs (' WHERE name = 'runs';
