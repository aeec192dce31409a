<?php

namespace Akin\Related;

use VuFind\RecordDriver\AbstractBase;
use VuFind\Related\RelatedInterface;

/**
 * The box of related papers. In config.ini, under [Record]:
 *
 *   related[] = "Akin:https://related.repository.example"
 */
class Akin implements RelatedInterface
{
    private string $service = '';

    private string $paper = '';

    /**
     * @param string       $settings where akin is
     * @param AbstractBase $driver   the record
     */
    public function init($settings, $driver): void
    {
        $this->service = rtrim((string)$settings, '/');
        $doi = (string)$driver->tryMethod('getCleanDOI');
        $this->paper = $doi === '' ? (string)$driver->getUniqueID() : 'doi:' . $doi;
    }

    public function getScript(): string
    {
        return $this->service . '/akin-related.js';
    }

    /**
     * A name of the record that akin knows: its DOI, or else its id.
     */
    public function getPaper(): string
    {
        return $this->paper;
    }
}
