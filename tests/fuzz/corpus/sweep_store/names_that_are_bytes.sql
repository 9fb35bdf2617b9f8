UPDATE outcomes SET name = x'00ff22';
