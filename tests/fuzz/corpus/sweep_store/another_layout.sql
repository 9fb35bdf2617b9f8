UPDATE about SET value = '1' WHERE key = 'layout';
