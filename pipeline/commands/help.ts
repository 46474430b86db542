// What `boardpack --help` teaches.

/** The help of the whole program. */
export const HELP = `boardpack turns a youth justice service's extracts into its management board's quarterly pack.

  boardpack check                          is anything wrong with the extracts? changes nothing
  boardpack receive                        take the extracts into the store, and build nothing
  boardpack pack --quarter "2022-23 Q4"    build the pack of that quarter, every edition and language
  boardpack erase                          one child out of everything that is kept; the number is asked for
  boardpack links                          partners' records that may be of our children: what agrees, and what does not
  boardpack links decide PAIR same|different --by "role"    what a person decided of a pair, kept for good
  boardpack new-measure ID                 a folder for a new measure: a draft with a case that fails until it counts
  boardpack preview ID                     one measure in a browser, followed as its files change; after a first pack
  boardpack catalogue                      write the pages of measures and of marts (queries/*/README.md)

  boardpack schedule                       run the jobs of reports/schedule.yaml as they fall due, until stopped
  boardpack run JOB                        one job of it now, for timers of the system; --quarter for another pack
  boardpack status                         one screen: what ran, what is next, what is late, what needs a person
  boardpack doctor                         can it work on this computer, and what is to be mended? changes nothing

Options
  --settings FILE      the service's settings             (reports/service.yaml)
  --schedule FILE      what runs when                     (schedule.yaml beside the settings)
  --extracts DIR       where the extracts are             (as the settings say)
  --out DIR            where packs are written            (as the settings say)
  --as-at YYYY-MM-DD   use what was known on that day     (today)
  --received-on DAY    when the extracts were received    (as the settings say, else today)
  --confirm NAMES      extracts that are right, though they lose rows or look older
  --edition NAME       one edition only: board, public …  (every file in reports/editions)
  --draft              a draft: marked as one on each page, left in DIR/drafts, and not remembered as made
  --names FILE         of links: the same list with names, into a new file for its owner alone
  --language en|cy     one language only                  (as the settings say)

A quarter is a quarter of the financial year: Q1 is April to June, and 2022-23 Q4 ends on 31 March 2023.
A pack is left in DIR/2022-23-q4/<edition>/: pack.en.pdf and pack.cy.pdf, the same as .html, figures.csv and
figures.arrow with every figure, and manifest.json with what it was made from. DIR/2022-23-q4/problems.csv lists
what is wrong with the extracts. When something is wrong nothing is built and the last good pack stays.

Exit status   0 built or nothing wrong   1 a fault of boardpack   2 a file needs a person   3 this computer
              (browser, disk, permission)
`;
