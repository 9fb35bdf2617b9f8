UPDATE about SET value = '18446744073709551615' WHERE key = 'shards'; UPDATE about SET value = '18446744073709551615' WHERE key = 'runs';
