UPDATE about SET value = '99999999999' WHERE key = 'shards';
