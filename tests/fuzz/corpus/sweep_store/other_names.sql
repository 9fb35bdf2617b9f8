UPDATE factors SET name = 'a"); DROP TABLE runs; --'; UPDATE outcomes SET name = NULL;
