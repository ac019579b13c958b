#include "ipaddress.h"

#include "decimal.h"

#include <algorithm>

namespace evident {

namespace {

using Bytes = std::array<quint8, 16>;

/// The four bytes of `192.0.2.1`, written from `target` on. Leading zeros are refused: they mean octal to some.
bool readV4(QStringView text, quint8 *target)
{
    for (int i = 0; i < 4; ++i) {
        const qsizetype dot = i < 3 ? text.indexOf(u'.') : text.size();
        if (dot < 0)
            return false;
        const QStringView part = text.first(dot);
        const std::optional<int> number = decimalNumber<int>(part, 3);
        if (!number || *number > 255 || (part.size() > 1 && part.front() == u'0'))
            return false;
        target[i] = static_cast<quint8>(*number);
        text = text.sliced(i < 3 ? dot + 1 : dot);
    }
    return true;
}

bool isHexGroup(QStringView text)
{
    return !text.isEmpty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

std::optional<Bytes> readV6(QStringView text)
{
    Bytes bytes{};
    std::size_t count = 0; // of bytes read
    std::optional<std::size_t> gap; // where `::` stood
    if (text.startsWith(u"::")) {
        gap = 0;
        text = text.sliced(2);
    }
    while (!text.isEmpty()) {
        const qsizetype colon = text.indexOf(u':');
        const QStringView group = colon < 0 ? text : text.first(colon);
        if (colon < 0 && group.contains(u'.')) {
            if (count > 12 || !readV4(group, bytes.data() + count))
                return std::nullopt;
            count += 4;
            break;
        }
        if (count == 16 || !isHexGroup(group))
            return std::nullopt;
        const ushort number = group.toUShort(nullptr, 16);
        bytes[count++] = static_cast<quint8>(number >> 8);
        bytes[count++] = static_cast<quint8>(number & 0xff);
        if (colon < 0)
            break;
        text = text.sliced(colon + 1);
        if (text.isEmpty())
            return std::nullopt;
        if (text.front() == u':') {
            if (gap)
                return std::nullopt;
            gap = count;
            text = text.sliced(1);
        }
    }
    if (!gap)
        return count == 16 ? std::optional(bytes) : std::nullopt;
    if (count > 14)
        return std::nullopt;
    const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(*gap);
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(count);
    std::fill(from, std::move_backward(from, end, bytes.end()), quint8{0});
    return bytes;
}

constexpr std::array<quint8, 12> mappedV4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

} // namespace

std::optional<IpAddress> IpAddress::parse(QStringView text)
{
    IpAddress address;
    if (text.contains(u':')) {
        const std::optional<Bytes> bytes = readV6(text);
        if (!bytes)
            return std::nullopt;
        address.m_bytes = *bytes;
        return address;
    }
    std::copy(mappedV4.begin(), mappedV4.end(), address.m_bytes.begin());
    return readV4(text, address.m_bytes.data() + mappedV4.size()) ? std::optional(address) : std::nullopt;
}

bool IpAddress::isV4() const noexcept
{
    return std::equal(mappedV4.begin(), mappedV4.end(), m_bytes.begin());
}

std::optional<IpPrefix> IpPrefix::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QStringView addressText = slash < 0 ? text : text.first(slash);
    const std::optional<IpAddress> address = IpAddress::parse(addressText);
    if (!address)
        return std::nullopt;
    IpPrefix prefix;
    prefix.m_address = *address;
    if (slash < 0)
        return prefix;
    const bool writtenAsV6 = addressText.contains(u':');
    const std::optional<int> bits = decimalNumber<int>(text.sliced(slash + 1), 3);
    if (!bits || *bits > (writtenAsV6 ? 128 : 32))
        return std::nullopt;
    prefix.m_bits = writtenAsV6 ? *bits : 96 + *bits;
    return prefix;
}

bool IpPrefix::contains(const IpAddress &address) const noexcept
{
    // IPv4 stands inside IPv6 here; a short IPv6 prefix such as `::/0` still means IPv6 alone.
    if (address.isV4() != (m_address.isV4() && m_bits >= 96))
        return false;
    const int whole = m_bits / 8;
    const int rest = m_bits % 8;
    const auto &own = m_address.m_bytes;
    if (!std::equal(own.begin(), own.begin() + whole, address.m_bytes.begin()))
        return false;
    if (rest == 0)
        return true;
    const auto byte = static_cast<std::size_t>(whole);
    return ((own[byte] ^ address.m_bytes[byte]) >> (8 - rest)) == 0;
}

} // namespace evident
