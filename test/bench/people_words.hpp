// Words that the invented people of people.cpp are made of: given names with their short forms,
// family names, parts of which rarer ones are made, streets. Common words of no one's in
// particular.
#pragma once

#include <array>
#include <string_view>

namespace bench {

// A given name, then its short forms and spellings, apart by a blank; the commonest first.
inline constexpr auto kWomen = std::to_array<std::string_view>({
    "Maria Marie Mary Mariah",
    "Anna Ann Anne Hannah Annie",
    "Elizabeth Liz Beth Lizzie Elisabeth Betty Eliza",
    "Sarah Sara Sally",
    "Katherine Kate Katie Cathy Catherine Kathryn",
    "Margaret Maggie Meg Peggy Margret",
    "Susan Sue Suzan Susie",
    "Jennifer Jenny Jen Jenifer",
    "Patricia Pat Patty Tricia",
    "Laura Laurie Lora",
    "Emma Em Emmy",
    "Christine Chris Tina Kristine",
    "Julia Julie Jules",
    "Helen Nell Ellen Helena",
    "Alice Alys Ali",
    "Rebecca Becky Rebekah Becca",
    "Victoria Vicky Tori Viktoria",
    "Jessica Jess Jessie",
    "Nicole Nicky Nikki Nichole",
    "Alexandra Alex Sandra Sasha",
    "Barbara Barb Babs",
    "Deborah Debbie Deb Debra",
    "Dorothy Dot Dottie Dorothea",
    "Eleanor Ellie Nora Elinor",
    "Frances Fran Francis",
    "Gabrielle Gaby Gabriella",
    "Isabella Bella Izzy Isabel",
    "Jacqueline Jackie Jacquelyn",
    "Josephine Jo Josie",
    "Judith Judy Jude",
    "Madeleine Maddy Madeline Madelaine",
    "Natalie Nat Nathalie Natalia",
    "Pamela Pam",
    "Rachel Rach Rachael",
    "Samantha Sam Sammy",
    "Stephanie Steph Stefanie",
    "Teresa Terry Theresa Tess",
    "Valerie Val",
    "Abigail Abby Gail",
    "Amanda Mandy",
    "Charlotte Lottie Charlie",
    "Florence Flo Flora",
    "Georgina George Gina Georgia",
    "Harriet Hattie Harriett",
    "Caroline Carol Carrie Karoline",
    "Linda Lynda Lin",
    "Martha Marta Mattie",
    "Michelle Shelly Michele",
    "Olivia Liv Livia",
    "Sophia Sophie Sofia",
    "Clara Claire",
    "Irene",
    "Joan",
    "Ruth",
    "Grace",
    "Rose Rosie",
    "Lucy Lucie",
    "Nina",
    "Diana Di Diane",
    "Vera",
});

inline constexpr auto kMen = std::to_array<std::string_view>({
    "John Jack Johnny Jon",
    "William Bill Will Billy Willem",
    "James Jim Jimmy Jamie",
    "Robert Bob Rob Bobby Bert",
    "Michael Mike Mick Micheal",
    "Thomas Tom Tommy Tomas",
    "David Dave Davey",
    "Charles Charlie Chuck Karl",
    "Joseph Joe Joey Josef",
    "Richard Dick Rick Rich",
    "Daniel Dan Danny",
    "George Georgie Georg",
    "Peter Pete Petr",
    "Paul Pauly Pavel",
    "Mark Marc Marcus",
    "Andrew Andy Drew Andreas",
    "Edward Ed Ted Eddie Edvard",
    "Henry Harry Hank Henri",
    "Alexander Alex Sandy Aleksander",
    "Matthew Matt Mathew",
    "Christopher Chris Kit Kristofer",
    "Anthony Tony Antony",
    "Stephen Steve Steven",
    "Nicholas Nick Nicolas Niko",
    "Samuel Sam Sammy",
    "Benjamin Ben Benny",
    "Frederick Fred Freddie Frederic",
    "Albert Al Bertie",
    "Arthur Art Artie",
    "Francis Frank Frankie",
    "Philip Phil Phillip",
    "Patrick Pat Paddy",
    "Jonathan Jon Johnathan",
    "Gregory Greg Gregor",
    "Kenneth Ken Kenny",
    "Lawrence Larry Laurence",
    "Leonard Len Leo Lenny",
    "Raymond Ray",
    "Ronald Ron Ronnie",
    "Timothy Tim",
    "Vincent Vince Vinnie",
    "Walter Walt Wally",
    "Theodore Theo Teddy",
    "Gerald Gerry Jerry",
    "Geoffrey Geoff Jeffrey Jeff",
    "Douglas Doug",
    "Donald Don Donny",
    "Maximilian Max",
    "Martin Marty Marten",
    "Oliver Ollie Olivier",
    "Louis Lou Lewis Luis",
    "Eric Erik",
    "Brian Bryan",
    "Simon",
    "Adam",
    "Noah",
    "Hugo Hugh",
    "Ivan",
    "Oscar Oskar",
    "Victor Vic Viktor",
});

inline constexpr auto kFamilies = std::to_array<std::string_view>({
    "Smith",     "Jones",      "Miller",   "Brown",   "Johnson",   "Williams",   "Taylor",
    "Davies",    "Wilson",     "Evans",    "Thomas",  "Roberts",   "Walker",     "Wright",
    "Thompson",  "Robinson",   "White",    "Hughes",  "Edwards",   "Hall",       "Green",
    "Lewis",     "Wood",       "Harris",   "Martin",  "Jackson",   "Clarke",     "Turner",
    "Hill",      "Scott",      "Cooper",   "Morris",  "Ward",      "Moore",      "King",
    "Watson",    "Baker",      "Harrison", "Morgan",  "Patel",     "Young",      "Allen",
    "Mitchell",  "Anderson",   "Phillips", "Lee",     "Bell",      "Parker",     "Davis",
    "Bennett",   "Cook",       "Shaw",     "Cox",     "Marshall",  "Adams",      "Gray",
    "Carter",    "Richardson", "Stewart",  "Simpson", "Ellis",     "Webb",       "Rogers",
    "Foster",    "Hunt",       "Mills",    "Palmer",  "Knight",    "Stevens",    "Murphy",
    "Kelly",     "Byrne",      "Ryan",     "Walsh",   "Campbell",  "Graham",     "Reid",
    "Murray",    "Fraser",     "Muller",   "Schmidt", "Schneider", "Fischer",    "Weber",
    "Meyer",     "Wagner",     "Becker",   "Schulz",  "Hoffmann",  "Koch",       "Bauer",
    "Richter",   "Klein",      "Wolf",     "Neumann", "Schwarz",   "Zimmermann", "Braun",
    "Hansen",    "Larsen",     "Olsen",    "Nielsen", "Jensen",    "Andersen",   "Johansson",
    "Karlsson",  "Nilsson",    "Eriksson", "Larsson", "Dubois",    "Laurent",    "Lefebvre",
    "Moreau",    "Garcia",     "Martinez", "Lopez",   "Rossi",     "Russo",      "Ferrari",
    "Novak",     "Horvath",    "Kovacs",   "Nagy",    "Kowalski",  "Nowak",      "Wisniewski",
    "Ivanov",    "Petrov",     "Popov",    "Volkov",  "Melnyk",    "Shevchenko", "Bondarenko",
    "Kovalenko", "Haddad",     "Khoury",   "Nasser",  "Mansour",   "Saleh",      "Hassan",
    "Ahmed",     "Ali",        "Khan",     "Singh",
});

// Rarer names: an opening, some middles, an end.
inline constexpr auto kOpenings = std::to_array<std::string_view>({
    "A",   "Ba", "Be",   "Bo", "Bra", "Bre", "Ca",  "Cha", "Co", "Cro", "Da",  "De", "Do",
    "Dra", "E",  "Fa",   "Fe", "Fo",  "Fra", "Ga",  "Ge",  "Go", "Gra", "Ha",  "He", "Ho",
    "I",   "Ja", "Je",   "Ka", "Ke",  "Ko",  "Kra", "La",  "Le", "Lo",  "Lu",  "Ma", "Me",
    "Mi",  "Mo", "Na",   "Ne", "No",  "O",   "Pa",  "Pe",  "Po", "Pra", "Ra",  "Re", "Ri",
    "Ro",  "Sa", "Sche", "Se", "Sha", "So",  "Ste", "Sta", "Ta", "Te",  "Tho", "To", "Tra",
    "U",   "Va", "Ve",   "Vo", "Wa",  "We",  "Wi",  "Wo",  "Ya", "Za",  "Ze",
});
inline constexpr auto kMiddles = std::to_array<std::string_view>({
    "bba", "cke",  "dda", "de",  "ffe", "ga",  "ggi", "ka",  "la", "lle", "lo", "mma", "me",  "mo",
    "na",  "nde",  "nne", "no",  "pa",  "pho", "ra",  "rde", "re", "rga", "ri", "rna", "rro", "rti",
    "sa",  "sche", "sse", "ste", "ta",  "the", "tte", "tzi", "va", "ve",  "vi", "wa",  "ya",  "zi",
});
inline constexpr auto kFamilyEnds = std::to_array<std::string_view>({
    "ck",   "dt",  "ff",   "ger",  "h",   "k",     "ld",   "ley", "lin",  "ll",   "ltz", "man",
    "mann", "n",   "nd",   "ner",  "ng",  "nko",   "nov",  "ns",  "nsen", "nski", "nt",  "r",
    "rd",   "rez", "rg",   "rman", "rs",  "rson",  "rt",   "s",   "son",  "ssen", "ss",  "stein",
    "t",    "ton", "tsch", "tz",   "vic", "ville", "witz", "x",   "y",
});
inline constexpr auto kWomanEnds = std::to_array<std::string_view>(
    {"a", "na", "ne", "lia", "lle", "ra", "sha", "tta", "ya", "ssa", "nia", "dy", "th", "ka"});
inline constexpr auto kManEnds = std::to_array<std::string_view>(
    {"n", "r", "s", "l", "rd", "ck", "m", "no", "rt", "x", "ndo", "v", "d", "k"});
inline constexpr auto kTownEnds = std::to_array<std::string_view>(
    {"bridge", "burg",  "bury", "by",   "dale",  "field", "ford",  "ham",  "hampton", "haven",
     "heim",   "mouth", "port", "stad", "stead", "ton",   "ville", "well", "wick",    "worth"});

inline constexpr auto kStreets = std::to_array<std::string_view>({
    "High",     "Station", "Main",     "Park",    "Church",  "Mill",   "School",   "London",
    "Victoria", "Green",   "Manor",    "Kings",   "Queens",  "Market", "Oak",      "Elm",
    "Maple",    "Cedar",   "Chestnut", "Willow",  "Poplar",  "Garden", "Meadow",   "River",
    "Lake",     "Hill",    "Spring",   "North",   "South",   "West",   "East",     "Bridge",
    "Castle",   "Canal",   "Railway",  "Harbour", "Orchard", "Rose",   "Windmill", "Forest",
});
// How a street is called, and how that is shortened.
struct Way {
  std::string_view whole, brief;
};
inline constexpr auto kWays = std::to_array<Way>({{"Street", "St"},
                                                  {"Road", "Rd"},
                                                  {"Avenue", "Ave"},
                                                  {"Lane", "Ln"},
                                                  {"Drive", "Dr"},
                                                  {"Close", "Cl"},
                                                  {"Square", "Sq"}});

// Spellings that stand for one another, in the middle or at the end of a name.
struct Spelling {
  std::string_view one, other;
};
inline constexpr auto kSpellings = std::to_array<Spelling>({
    {"mann", "man"}, {"sen", "son"}, {"ck", "k"},   {"ph", "f"},  {"tz", "z"}, {"ss", "s"},
    {"ll", "l"},     {"tt", "t"},    {"nn", "n"},   {"ei", "ie"}, {"ey", "y"}, {"sch", "sh"},
    {"th", "t"},     {"v", "w"},     {"ov", "off"}, {"dt", "t"},  {"oo", "u"}, {"ski", "sky"},
    {"vic", "vich"}, {"y", "i"},     {"c", "k"},    {"er", "ar"}, {"ou", "u"}, {"e", "a"},
});

}  // namespace bench
