<?php

return [
    'vufind' => [
        'plugin_managers' => [
            'related' => [
                'aliases' => ['akin' => Akin\Related\Akin::class],
                'factories' => [
                    Akin\Related\Akin::class => Laminas\ServiceManager\Factory\InvokableFactory::class,
                ],
            ],
        ],
    ],
];
