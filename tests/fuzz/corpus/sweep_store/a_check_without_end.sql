DROP TABLE factors; CREATE TABLE factors (place INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (length(hex(zeroblob(500000000))) > 0)); INSERT INTO factors VALUES (0,'a');
