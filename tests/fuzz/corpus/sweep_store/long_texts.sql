UPDATE runs SET failure = hex(zeroblob(400000));
