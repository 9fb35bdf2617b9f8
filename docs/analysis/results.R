# What `homeroom` writes, in R. Nothing but base R is used.
#
#   source("docs/analysis/results.R")
#
# A folder of `run`, `compare`, `audit effect` or `sweep` holds tables and their codebook.csv: types,
# units and words are taken from it, so that they are those of the program that wrote the tables.

refuse <- function(...) stop(..., call. = FALSE)

# A file of a folder; where it is not, the error says what was looked for, and what `without` it the
# folder may be.
file_of <- function(folder, name, without) {
  if (!dir.exists(folder)) refuse(folder, ": is no folder, seen from ", getwd(), "; wanted is the one of -o")
  file <- file.path(folder, name)
  if (!file.exists(file)) refuse(folder, ": has no ", name, "; ", without)
  file
}

# What may have been meant: the nearest name, and what there is.
nearest <- function(name, names) {
  off <- adist(name, names)[1, ]
  near <- min(off) <= max(2, nchar(name) / 4)
  paste0(if (near) paste0('did you mean "', names[which.min(off)], '"? There') else "there",
         " are: ", paste(names, collapse = ", "))
}

wanted_columns <- function(rows, columns, where) {
  for (column in setdiff(columns, names(rows))) {
    refuse(where, ' has no column "', column, '"; ', nearest(column, names(rows)))
  }
}

# One row for each column of each table of the folder.
codebook <- function(folder) {
  file <- file_of(folder, "codebook.csv", paste(
    "no homeroom command has finished a table there (one that was killed leaves none; a folder of",
    "folders has none of its own)"))
  read.csv(file, colClasses = "character", na.strings = NULL)
}

# A table with the types that its codebook says: whole numbers, 0/1 as logicals, words as factors in
# their order. An empty cell is missing, and nothing else is: a school may be called NA.
read_table <- function(folder, table) {
  book <- codebook(folder)
  if (!table %in% book$table) {
    refuse(folder, ': has no table "', table, '"; ', nearest(table, unique(book$table)),
           ". What writes which: docs/tables.md; students and the like want --students")
  }
  file <- file_of(folder, paste0(table, ".csv"), paste(
    "of a sweep, `homeroom collect` writes it when all shards are done, or some; read_shards",
    "(in Python) reads shards as they are"))
  book <- book[book$table == table, ]
  kinds <- c(whole = "integer", number = "numeric", text = "character")
  rows <- read.csv(file, check.names = FALSE, na.strings = "", encoding = "UTF-8",
                   colClasses = setNames(kinds[book$kind], book$column))
  for (i in seq_len(nrow(book))) {
    column <- book$column[i]
    if (book$unit[i] == "0/1") rows[[column]] <- as.logical(rows[[column]])
    if (book$levels[i] != "") {
      rows[[column]] <- factor(rows[[column]], strsplit(book$levels[i], " ")[[1]])
    }
    attr(rows[[column]], "unit") <- book$unit[i]
    attr(rows[[column]], "label") <- book$meaning[i]
  }
  rows
}

# JSON as lists; base R has no reader of its own.
read_manifest <- function(folder) {
  file <- file_of(folder, "manifest.json", paste(
    "it is no folder of run, compare or audit effect (of a sweep, the table runs says what was run)"))
  lines <- readLines(file, encoding = "UTF-8", warn = FALSE)
  text <- paste(lines, collapse = "\n")
  tokens <- regmatches(text, gregexpr('"(?:[^"\\\\]++|\\\\.)*+"|[][{}:,]|[^][{}:,"\\s]+', text,
                                      perl = TRUE))[[1]]
  at <- 0
  following <- function() tokens[at <<- at + 1]
  value <- function(token = following()) {
    switch(substr(token, 1, 1),
           "{" = members("}"), "[" = members("]"),
           '"' = eval(parse(text = gsub("\\/", "/", token, fixed = TRUE))),
           t = TRUE, f = FALSE, n = NA, as.numeric(token))
  }
  members <- function(end) {
    all <- list()
    while ((token <- following()) != end) {
      if (token == ",") next
      if (end == "]") {
        all[[length(all) + 1]] <- value(token)
      } else {
        key <- value(token)
        following()  # the colon
        all[[key]] <- value()
      }
    }
    all
  }
  value()
}

# One row for each folder: what was run, by which program, and whether it was finished.
runs_of <- function(folders) {
  if (length(folders) == 0) refuse("no folder is named")
  do.call(rbind, lapply(folders, function(folder) {
    of <- read_manifest(folder)
    data.frame(folder = folder, scenario = of$scenario$name, revision = of$revision,
               fingerprint = of$scenario$fingerprint, seed = of$seed,
               first_year = of$years$first, policy_years = of$years$policy, status = of$status,
               replicates = length(of$replicates$finished))
  }))
}

# All that a replicate's life hangs on; how many replicates there are is no part of it.
life_of <- function(folder) {
  of <- read_manifest(folder)
  paste(of$revision, of$seed, of$anchor$fingerprint,
        sub("\nreplicates = [^\n]*", "", of$scenario$resolved), sep = "\n", collapse = "")
}

# The same table of several folders, below each other, each row with its folder. Replicates of one
# scenario may lie in many folders; one that stands in two is refused, and so are folders of one name
# that are not of one scenario, seed and program.
read_runs <- function(folders, table) {
  runs <- runs_of(folders)
  for (same in split(runs, runs$scenario)) {
    if (length(unique(sapply(same$folder, life_of))) > 1) {
      refuse(paste(same$folder, collapse = " and "), ": are all called ", same$scenario[1], ", and are of ",
             "different scenarios, seeds or programs: see runs_of. Read them one by one, or run one again")
    }
  }
  rows <- do.call(rbind, lapply(folders, function(folder) {
    cbind(read_table(folder, table), folder = folder)
  }))
  lives <- unique(rows[c("folder", "scenario", "replicate")])
  twice <- lives[duplicated(lives[c("scenario", "replicate")]), ]
  if (nrow(twice) > 0) {
    both <- subset(lives, scenario == twice$scenario[1] & replicate == twice$replicate[1])
    refuse("replicate ", twice$replicate[1], " stands in two folders, ",
           paste(both$folder[1:2], collapse = " and "), "; name one of them")
  }
  rows
}

# Mean, standard error and 95 % interval over replicates; what is missing does not count.
interval <- function(values) {
  values <- values[!is.na(values)]
  n <- length(values)
  error <- sd(values) / sqrt(n)
  reach <- if (n > 1) qt(0.975, n - 1) * error else NA
  data.frame(difference = mean(values), error = error, low = mean(values) - reach,
             high = mean(values) + reach, replicates = n)
}

# Alternative less base, replicate by replicate: with one seed both have the same dice. `by` names the
# columns that tell rows of a replicate apart.
paired <- function(base, alternative, value, by) {
  sides <- list(base = base, alternative = alternative)
  for (side in names(sides)) {
    rows <- sides[[side]]
    wanted_columns(rows, c(by, "replicate", value), side)
    if (!is.numeric(rows[[value]]) && !is.logical(rows[[value]])) {
      refuse('"', value, '" of ', side, " holds no numbers")
    }
    if (anyDuplicated(rows[c(by, "replicate")])) {
      refuse(side, " has several rows for one replicate and the same ", paste(by, collapse = ", "),
             ": name in `by` all columns that tell them apart, such as year and model")
    }
  }
  both <- merge(base[c(by, "replicate", value)], alternative[c(by, "replicate", value)],
                by = c(by, "replicate"))
  if (nrow(both) == 0) {
    refuse("base and alternative have no row of the same ", paste(c(by, "replicate"), collapse = ", "))
  }
  less <- both[[paste0(value, ".y")]] - both[[paste0(value, ".x")]]
  keys <- unique(both[by])
  of <- match(do.call(paste, both[by]), do.call(paste, keys))
  rows <- cbind(keys, do.call(rbind, lapply(split(less, of), interval)))
  rownames(rows) <- NULL
  rows
}

# What each value of a sweep's factor does to an outcome, against the first (of policies the city's
# own law): mean over all other factors, cities and policies, paired by replicate, since all points
# share their dice.
response <- function(runs, factor, outcome) {
  wanted_columns(runs, c("replicate", factor, outcome), "this table")
  if (factor == "replicate") refuse("replicates are what is paired, and no factor")
  levels <- sort(unique(as.vector(runs[[factor]])), method = "radix")
  levels <- c(levels[levels == "none"], levels[levels != "none"])
  lives <- tapply(runs[[outcome]], list(runs$replicate, match(runs[[factor]], levels)), mean, na.rm = TRUE)
  rows <- do.call(rbind, lapply(seq_along(levels), function(at) {
    cbind(level = levels[at], mean = mean(lives[, at]), interval(lives[, at] - lives[, 1]))
  }))
  setNames(rows, c(factor, names(rows)[-1]))
}
