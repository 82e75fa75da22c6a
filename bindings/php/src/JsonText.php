<?php

declare(strict_types=1);

namespace Nango;

use Nango\Exception\InvalidArgumentException;
use Nango\Internal\Hidden;
use Nango\Internal\Unserializable;

/**
 * JSON that is sent as it stands, in place of a value or a part of one: for what PHP's own values cannot say, such as integers
 * beyond PHP_INT_MAX.
 *
 *     $client->actions->trigger($connectionId, 'github', 'pay', input: new JsonText('{"amount": 12345678901234567890}'));
 */
final class JsonText implements \JsonSerializable
{
    use Unserializable;

    /** @var array<string, \WeakReference<self>> what stands for each while other JSON is written around it */
    private static array $places = [];

    private readonly string $place;

    /** @throws InvalidArgumentException it is not JSON */
    public function __construct(#[\SensitiveParameter] string $json)
    {
        json_decode($json);
        if (json_last_error() !== JSON_ERROR_NONE) {
            throw new InvalidArgumentException('json is not JSON: ' . json_last_error_msg());
        }
        $this->place = bin2hex(random_bytes(16));
        self::$places[$this->place] = \WeakReference::create($this);
        Hidden::keep($this, ['json' => $json]);
    }

    public function __destruct()
    {
        if (isset($this->place)) {
            unset(self::$places[$this->place]);
        }
    }

    public function jsonSerialize(): string
    {
        return $this->place;
    }

    /** @internal */
    public static function putInto(#[\SensitiveParameter] string $json): string
    {
        foreach (self::$places as $place => $text) {
            $own = $text->get();
            $json = $own === null ? $json : str_replace("\"$place\"", (string) Hidden::of($own)['json'], $json);
        }
        return $json;
    }
}
