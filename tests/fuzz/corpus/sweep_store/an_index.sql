CREATE INDEX i ON runs(hex(scenario));
