#pragma once

#include <QtGlobal>

#include <map>
#include <optional>
#include <utility>

namespace evident {

/// How many records say which texts; `Texts` is a tuple of them.
template <typename Texts>
class FrequentTexts
{
public:
    FrequentTexts() = default;
    FrequentTexts(const FrequentTexts &) = delete;
    FrequentTexts &operator=(const FrequentTexts &) = delete;

    /// Mostly the same as the time before: that is asked for first.
    void add(Texts texts, qint64 count)
    {
        if (!m_last || m_last->first != texts)
            m_last = &*m_counts.try_emplace(std::move(texts)).first;
        m_last->second += count;
    }
    /// Those of most records; among equally frequent ones the first.
    std::optional<Texts> mostFrequent() const
    {
        const std::pair<const Texts, qint64> *most = nullptr;
        for (const auto &texts : m_counts) {
            if (!most || texts.second > most->second)
                most = &texts;
        }
        return most ? std::optional(most->first) : std::nullopt;
    }

private:
    std::map<Texts, qint64> m_counts;
    std::pair<const Texts, qint64> *m_last = nullptr; ///< of m_counts
};

} // namespace evident
