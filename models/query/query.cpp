#include "matcher.h"
#include "synonyms.h"
