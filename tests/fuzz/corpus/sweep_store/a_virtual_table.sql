DROP TABLE runs; CREATE VIRTUAL TABLE runs USING fts5(run, point, scenario);
