#pragma once

#include <QStringView>

#include <array>
#include <optional>

namespace evident {

/// An IPv4 or IPv6 address. An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
class IpAddress
{
public:
    static std::optional<IpAddress> parse(QStringView text);

    bool isV4() const noexcept;
    bool operator==(const IpAddress &) const = default;

private:
    friend class IpPrefix;
    std::array<quint8, 16> m_bytes{};
};

/// `192.0.2.0/24`, `2001:db8::/32`; an address alone is the prefix of its full length. Bits behind the prefix do not
/// count.
class IpPrefix
{
public:
    static std::optional<IpPrefix> parse(QStringView text);

    bool contains(const IpAddress &address) const noexcept;

private:
    IpAddress m_address;
    int m_bits = 128; ///< of the sixteen bytes
};

} // namespace evident
