# What `homeroom` writes, in R. Nothing but base R is used.
#
#   source("docs/analysis/results.R")
#
# A folder of `run`, `compare`, `audit effect` or `sweep` holds tables and their codebook.csv: types,
# units and words are taken from it, so that they are those of the program that wrote the tables.

# One row for each column of each table of the folder.
codebook <- function(folder) {
  read.csv(file.path(folder, "codebook.csv"), colClasses = "character", na.strings = NULL)
}

# A table with the types that its codebook says: whole numbers, 0/1 as logicals, words as factors in
# their order. An empty cell is missing, and nothing else is: a school may be called NA.
read_table <- function(folder, table) {
  book <- codebook(folder)
  book <- book[book$table == table, ]
  kinds <- c(whole = "integer", number = "numeric", text = "character")
  rows <- read.csv(file.path(folder, paste0(table, ".csv")), check.names = FALSE,
                   na.strings = "", encoding = "UTF-8",
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
  lines <- readLines(file.path(folder, "manifest.json"), encoding = "UTF-8", warn = FALSE)
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
  do.call(rbind, lapply(folders, function(folder) {
    of <- read_manifest(folder)
    data.frame(folder = folder, scenario = of$scenario$name, revision = of$revision,
               fingerprint = of$scenario$fingerprint, seed = of$seed,
               first_year = of$years$first, policy_years = of$years$policy, status = of$status,
               replicates = length(of$replicates$finished))
  }))
}

# The same table of several folders, below each other, each row with its folder. Replicates of one
# scenario may lie in many folders; one that stands in two is refused, and so are folders of one name
# that are not of one scenario, seed and program.
read_runs <- function(folders, table) {
  runs <- runs_of(folders)
  kinds <- unique(runs[c("scenario", "revision", "fingerprint", "seed")])
  if (anyDuplicated(kinds$scenario)) {
    stop("folders of one name are of different scenarios, seeds or programs")
  }
  rows <- do.call(rbind, lapply(folders, function(folder) {
    cbind(read_table(folder, table), folder = folder)
  }))
  lives <- unique(rows[c("folder", "scenario", "replicate")])
  if (anyDuplicated(lives[c("scenario", "replicate")])) stop("a replicate stands in two folders")
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

# Alternative less base, replicate by replicate: both have the same dice.
paired <- function(base, alternative, value, by) {
  both <- merge(base[c(by, "replicate", value)], alternative[c(by, "replicate", value)],
                by = c(by, "replicate"))
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
  levels <- sort(unique(as.vector(runs[[factor]])), method = "radix")
  levels <- as.character(c(levels[levels == "none"], levels[levels != "none"]))
  lives <- tapply(runs[[outcome]], list(runs$replicate, runs[[factor]]), mean, na.rm = TRUE)
  rows <- do.call(rbind, lapply(levels, function(level) {
    cbind(level = level, mean = mean(lives[, level]), interval(lives[, level] - lives[, levels[1]]))
  }))
  setNames(rows, c(factor, names(rows)[-1]))
}
