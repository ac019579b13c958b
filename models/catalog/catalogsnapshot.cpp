#include "catalogstore.h"
