<?php

namespace Akin;

/**
 * Related papers from akin, on the page of a record.
 */
class Module
{
    public function getConfig(): array
    {
        return include __DIR__ . '/config/module.config.php';
    }

    public function getAutoloaderConfig(): array
    {
        return [
            'Laminas\Loader\StandardAutoloader' => [
                'namespaces' => [__NAMESPACE__ => __DIR__ . '/src/Akin'],
            ],
        ];
    }
}
