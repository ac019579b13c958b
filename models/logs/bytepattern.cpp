#include "bytepattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace evident {

namespace {

// What a match that goes back much needs; one that needs more is tried again without machine code, within the
// pattern's limits.
constexpr size_t smallestStack = 32 * 1024;
constexpr size_t largestStack = 512 * 1024;

} // namespace

struct BytePattern::Code
{
    pcre2_code *handle = nullptr;
    ~Code() { pcre2_code_free(handle); }
};

std::shared_ptr<const BytePattern> BytePattern::compile(const QByteArray &expression, Options options)
{
    const uint32_t flags = (options.ignoreCase ? PCRE2_CASELESS : 0) | (options.utf8 ? PCRE2_UTF : 0);
    int error = 0;
    PCRE2_SIZE errorOffset = 0;
    auto code = std::make_unique<Code>();
    code->handle = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.constData()), size_t(expression.size()), flags,
                                 &error, &errorOffset, nullptr);
    if (!code->handle)
        return nullptr;
    // Where there is no machine code, matching is slower, and all else is as it would be.
    pcre2_jit_compile(code->handle, PCRE2_JIT_COMPLETE);
    return std::shared_ptr<const BytePattern>(new BytePattern(std::move(code)));
}

BytePattern::BytePattern(std::unique_ptr<Code> code)
    : m_code(std::move(code))
{ }

BytePattern::~BytePattern() = default;

struct ByteMatcher::Data
{
    pcre2_match_data *match = pcre2_match_data_create(1, nullptr);
    pcre2_match_context *context = pcre2_match_context_create(nullptr);
    pcre2_jit_stack *stack = pcre2_jit_stack_create(smallestStack, largestStack, nullptr);

    Data()
    {
        if (context)
            pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~Data()
    {
        pcre2_match_data_free(match);
        pcre2_match_context_free(context);
        pcre2_jit_stack_free(stack);
    }
};

ByteMatcher::ByteMatcher()
    : m_data(std::make_unique<Data>())
{ }

ByteMatcher::~ByteMatcher() = default;

ByteMatcher::Match ByteMatcher::find(const BytePattern &pattern, QByteArrayView text, qsizetype from)
{
    const auto match = [&](uint32_t flags) {
        return pcre2_match(pattern.m_code->handle, reinterpret_cast<PCRE2_SPTR>(text.data()), size_t(text.size()),
                           size_t(from), flags | PCRE2_NO_UTF_CHECK, m_data->match, m_data->context);
    };
    int result = m_data->match && m_data->context ? match(0) : PCRE2_ERROR_NOMEMORY;
    if (result == PCRE2_ERROR_JIT_STACKLIMIT)
        result = match(PCRE2_NO_JIT);
    if (result == PCRE2_ERROR_NOMATCH)
        return {};
    if (result < 0)
        return {Match::Outcome::Undecided, 0, 0};
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(m_data->match);
    return {Match::Outcome::Found, qsizetype(ends[0]), qsizetype(ends[1])};
}

} // namespace evident
